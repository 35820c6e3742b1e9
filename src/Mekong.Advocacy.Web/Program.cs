using Mekong.Advocacy.Web.Cli;

return await CommandLine.Create().Parse(args).InvokeAsync();
