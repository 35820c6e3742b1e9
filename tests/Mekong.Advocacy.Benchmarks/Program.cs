using Mekong.Advocacy.Benchmarks.Growth;
using Mekong.Advocacy.Benchmarks.Jobs;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Micro;
using Mekong.Advocacy.Benchmarks.SignOns;
using Mekong.Advocacy.Benchmarks.Sms;
using Mekong.Advocacy.Benchmarks.Store;
using Mekong.Advocacy.Benchmarks.Workers;
using Mekong.Advocacy.Benchmarks.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

if (args is [MinimalServer.Verb, var listenAt, var itsDatabase]) return await MinimalServer.Serve(listenAt, itsDatabase);

IReadOnlyList<IMeasurement> measurements =
[
    new MicroMeasurement(),
    new StoreMeasurement(),
    new JobsMeasurement(),
    new MailMeasurement(),
    new DkimMeasurement(),
    new SmsMeasurement(),
    new FreezeMeasurement(),
    new GrowthMeasurement(),
    new WorkersMeasurement(),
    new IntakeMeasurement(),
    new PagesMeasurement(),
    new SignOnsMeasurement(),
    new StatementPageMeasurement(),
];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var logs = LoggerFactory.Create(logging => logging
    .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "))
    .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
try
{
    return await Runner.Run(Options.Parse(args), measurements, logs.CreateLogger("bench"), stop.Token);
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
