using System.CommandLine;
using Mekong.Advocacy.Web.Cli;

// A process that is told to stop finishes what it is handing over; only after that does it end.
return await CommandLine.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
