using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A notice as it leaves: a mail or a text; or why, or until when, it does not.</summary>
public sealed record Letter(EmailMessage? Mail = null, SmsMessage? Sms = null, string? Withheld = null, DateTimeOffset? NotBefore = null);
