using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>The working calendar of each country.</summary>
public sealed class WorkingCalendars
{
    public WorkingCalendar Of(string country) => WorkingCalendar.WithoutHolidays;
}
