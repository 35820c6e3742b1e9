using System.Text.Json.Nodes;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>Every event's stored name and version: the one list. A name once used is never given to anything else.</summary>
internal static class EventNames
{
    public static EventCatalog Catalog() => new EventCatalog()
        .Add<AlertDrafted>("alert.drafted.v2")
        .Add<AlertEdited>("alert.edited.v2")
        .Add<AlertApprovalRequested>("alert.approval-requested.v1")
        .Add<AlertApproved>("alert.approved.v1")
        .Add<AlertSentBack>("alert.sent-back.v1")
        .Add<AlertReleasedInEmergency>("alert.released-in-emergency.v1")
        .Add<AlertTextReviewed>("alert.text-reviewed.v1")
        .Add<AlertTestRequested>("alert.test-requested.v1")
        .Add<AlertTestSent>("alert.test-sent.v1")
        .Add<AlertArchived>("alert.archived.v1")
        .Add<AlertUnarchived>("alert.unarchived.v1")
        .Add<AlertScheduled>("alert.scheduled.v2")
        .Add<AlertSendingStarted>("alert.sending-started.v1")
        .Add<AlertPaused>("alert.paused.v1")
        .Add<AlertResumed>("alert.resumed.v1")
        .Add<AlertCancelled>("alert.cancelled.v1")
        .Add<AlertFinished>("alert.finished.v1")
        .Add<StatementDrafted>("statement.drafted.v1")
        .Add<StatementEdited>("statement.edited.v1")
        .Add<StatementCommented>("statement.commented.v1")
        .Add<StatementTextFrozen>("statement.text-frozen.v1")
        .Add<StatementTextThawed>("statement.text-thawed.v1")
        .Add<StatementTextApproved>("statement.text-approved.v1")
        .Add<StatementOpened>("statement.opened.v1")
        .Add<StatementSuspended>("statement.suspended.v1")
        .Add<StatementReopened>("statement.reopened.v1")
        .Add<StatementDeadlineMoved>("statement.deadline-moved.v1")
        .Add<CorrigendumIssued>("statement.corrigendum-issued.v1")
        .Add<StatementRevisionProposed>("statement.revision-proposed.v1")
        .Add<StatementRevisionDropped>("statement.revision-dropped.v1")
        .Add<StatementRevised>("statement.revised.v1")
        .Add<CourtesyTextAdded>("statement.courtesy-text-added.v1")
        .Add<StatementClosed>("statement.closed.v1")
        .Add<StatementCancelled>("statement.cancelled.v1")
        .Add<StatementSuperseded>("statement.superseded.v1")
        .Add<PackageMade>("statement.package-made.v1")
        .Add<PackageMailRequested>("statement.package-mail-requested.v1")
        .Add<TransmissionRecorded>("statement.transmission-recorded.v1")
        .Add<ReplyReceived>("statement.reply-received.v1")
        .Add<OutcomeRecorded>("statement.outcome-recorded.v1")
        .Add<StatementArchived>("statement.archived.v1")
        .Add<SignedOn>("sign-on.signed.v1")
        .Add<SignOnOffered>("sign-on.offered.v1")
        .Add<SignOnOfferRefused>("sign-on.offer-refused.v1")
        .Add<SignOnHeld>("sign-on.held.v1")
        .Add<SignOnHoldLifted>("sign-on.hold-lifted.v1")
        .Add<SignOnWithdrawn>("sign-on.withdrawn.v1")
        .Add<SignOnInvalidated>("sign-on.invalidated.v1")
        .Add<SignOnReadmitted>("sign-on.readmitted.v1")
        .Add<SignOnLapsed>("sign-on.lapsed.v1")
        .Add<SignOnDisplayChanged>("sign-on.display-changed.v1")
        .Add<StatementDeclined>("declining.statement-declined.v1")
        .Add<FollowUpOpened>("follow-up.opened.v1")
        .Add<FollowUpDescribed>("follow-up.described.v1")
        .Add<FollowUpDueMoved>("follow-up.due-moved.v1")
        .Add<FollowUpStateChanged>("follow-up.state-changed.v1")
        .Add<FollowUpSnoozed>("follow-up.snoozed.v1")
        .Add<FollowUpNoted>("follow-up.noted.v1")
        .Add<FollowUpItemTicked>("follow-up.item-ticked.v1")
        .Add<SegmentSaved>("segment.saved.v1")
        .Add<SegmentRemoved>("segment.removed.v1")
        .Add<SubscriberRegistered>("subscriber.registered.v2")
        .Add<SubscriberDescribed>("subscriber.described.v2")
        .Add<ConsentGiven>("subscriber.consent-given.v1")
        .Add<ConsentWithdrawn>("subscriber.consent-withdrawn.v1")
        .Add<ContactPointSuppressed>("subscriber.contact-point-suppressed.v1")
        .Add<OrganisationRegistered>("organisation.registered.v1")
        .Add<OrganisationDescribed>("organisation.described.v1")
        .Add<OrganisationStandingChanged>("organisation.standing-changed.v1")
        .Add<OrganisationVouchedFor>("organisation.vouched-for.v1")
        .Add<OrganisationVerified>("organisation.verified.v1")
        .Add<OrganisationRefused>("organisation.refused.v1")
        .Add<FocalPointNamed>("organisation.focal-point-named.v1")
        .Add<FocalPointRemoved>("organisation.focal-point-removed.v1")
        .Add<MandateGranted>("organisation.mandate-granted.v1")
        .Add<MandateEnded>("organisation.mandate-ended.v1")
        .Add<ForumPlanned>("forum.planned.v1")
        .Add<ForumRenamed>("forum.renamed.v1")
        .Add<ForumMoved>("forum.moved.v1")
        .Add<ForumCancelled>("forum.cancelled.v1")
        .Add<AuthorityEntered>("authority.entered.v1")
        .Add<AuthorityRenamed>("authority.renamed.v1")
        .Add<PostEntered>("authority.post-entered.v1")
        .Add<PostRenamed>("authority.post-renamed.v1")
        .Add<PostTaken>("authority.post-taken.v1")
        .Add<PostLeft>("authority.post-left.v1")
        .Add<DialoguePlanned>("dialogue.planned.v1")
        .Add<DialogueDescribed>("dialogue.described.v1")
        .Add<DialogueConfirmed>("dialogue.confirmed.v1")
        .Add<DialogueMoved>("dialogue.moved.v1")
        .Add<DialoguePostponed>("dialogue.postponed.v1")
        .Add<DialogueCancelled>("dialogue.cancelled.v1")
        .Add<DialogueHeld>("dialogue.held.v1")
        .Add<DialogueMinuted>("dialogue.minuted.v1")
        .Add<DialogueClosed>("dialogue.closed.v1")
        .Add<RecommendationMade>("recommendation.made.v1")
        .Add<RecommendationEdited>("recommendation.edited.v1")
        .Add<RecommendationPresented>("recommendation.presented.v1")
        .Add<RecommendationClosed>("recommendation.closed.v1")
        .Add<CommitmentRecorded>("commitment.recorded.v1")
        .Add<CommitmentDescribed>("commitment.described.v1")
        .Add<CommitmentDueChanged>("commitment.due-changed.v1")
        .Add<CommitmentDueFollowed>("commitment.due-followed.v1")
        .Add<CommitmentFellDue>("commitment.fell-due.v1")
        .Add<StatusProposed>("commitment.status-proposed.v1")
        .Add<StatusReviewed>("commitment.status-reviewed.v1")
        .Add<DissentAttached>("commitment.dissent-attached.v1")
        .Add<ConfidentialityChanged>("commitment.confidentiality-changed.v1")
        .Add<SmsPricesChanged>("sms-prices.changed.v1")
        .Upcast("alert.scheduled.v1", to: "alert.scheduled.v2", WithoutCost)
        .Add<TemplateChanged>("template.changed.v1")
        .Add<TemplateReset>("template.reset.v1")
        .Upcast("alert.drafted.v1", to: "alert.drafted.v2", WithDeskFields)
        .Upcast("alert.edited.v1", to: "alert.edited.v2", WithDeskFields)
        .Upcast("subscriber.registered.v1", to: "subscriber.registered.v2", WithRole)
        .Upcast("subscriber.described.v1", to: "subscriber.described.v2", WithRole);

    /// <summary>Before there were forecasts, an hour was given without asking what the texts would cost.</summary>
    private static JsonObject WithoutCost(JsonObject body)
    {
        (body["cost"], body["currency"]) = (null, null);
        return body;
    }

    /// <summary>Before there were roles, follow-ups and other sources than English, contents meant all roles, no earlier alert, English.</summary>
    private static JsonObject WithDeskFields(JsonObject body)
    {
        if (body["content"] is not { } content) return body;
        (content["source"], content["audience"]!["roles"]) = (Language.English, new JsonArray());
        return body;
    }

    /// <summary>Lists did not say yet what people do.</summary>
    private static JsonObject WithRole(JsonObject body)
    {
        if (body["profile"] is { } profile) profile["role"] = null;
        return body;
    }
}
