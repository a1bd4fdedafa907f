using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests;

/// <summary>How a command ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The result as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The command ended with this code and one line that holds these words, and said nothing else.</summary>
    public void IsRefusal(int exitCode, params string[] words)
    {
        Assert.True(ExitCode == exitCode, $"{ExitCode}: {Output}{Error}");
        Assert.Empty(Output);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}

/// <summary>Runs the tool: in this process, or as a process of its own.</summary>
internal static class Tool
{
    public static Task<ToolRun> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public static Task<ToolRun> RunAsync(CancellationToken cancellation, params string[] args) => RunAsync("en", cancellation, args);

    /// <summary>Runs the tool for a user of a language.</summary>
    public static async Task<ToolRun> RunAsync(string language, CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var exitCode = await Cli.RunAsync(args, output, error, cancellation);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Starts the built tool; a value of null takes a variable out of its environment.</summary>
    public static Process Start(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Cli).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs the built tool as a process of its own.</summary>
    public static async Task<ToolRun> ProcessAsync(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        using var process = Start(environment, args);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new ToolRun(process.ExitCode, await output, await error);
    }
}

/// <summary>Source with findings in it.</summary>
internal static class Sources
{
    /// <summary>One CDA1001, which no template repairs.</summary>
    public const string Identical = "public static class Ranges\n{\n    public static bool Over(int left) => left + 1 > left + 1;\n}\n";

    /// <summary>One CDA1006, which a template repairs.</summary>
    public const string Swapped =
        """
        public static class Boxes
        {
            public static int Area(int width, int height) => width * 2 + height;

            public static int Of(int width, int height) => Area(height, width);
        }

        """;

    /// <summary>Two CDA1006 in one member: the second moves when the first is repaired.</summary>
    public const string SwappedTwice =
        """
        public static class Boxes
        {
            public static int Area(int width, int height) => width * 2 + height;

            public static int Of(int width, int height) => Area(height, width) + Area(height, width);
        }

        """;

    /// <summary>One CDA3001.</summary>
    public const string Swallowed =
        """
        using System;
        using System.IO;

        public static class Notes
        {
            public static string Read(string path)
            {
                var text = "";
                try
                {
                    text = File.ReadAllText(path);
                }
                catch (Exception)
                {
                }

                return text;
            }
        }

        """;

    /// <summary>A project file.</summary>
    public static string Project(string properties = "<TargetFramework>net10.0</TargetFramework>") =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>Writes a project with one file; gives the project's path.</summary>
    public static string WriteProject(this Scratch scratch, string source, string folder = "App")
    {
        scratch.Write(Path.Combine(folder, "Code.cs"), source);
        return scratch.Write(Path.Combine(folder, folder + ".csproj"), Project());
    }
}
