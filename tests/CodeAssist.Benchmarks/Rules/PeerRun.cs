using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeAssist.Testing;
using Spectre.Console;

namespace CodeAssist.Benchmarks.Rules;

/// <summary>
/// <c>peers --project FILE [--framework TFM] [--runs N] [--warm]</c>: builds a copy of a project with our rules at <c>All</c> and
/// two peers in the same compiler process, and prints the times that the compiler reports of each.
/// </summary>
internal static partial class PeerRun
{
    private const string Ours = "CodeAssist.Analyzers";
    private const int DearestRules = 10;

    private static readonly string[] Peers = ["Meziantou.Analyzer", "SonarAnalyzer.CSharp"];

    /// <summary>Builds the project a few times, and prints a table of the runs and one of our dearest rules.</summary>
    /// <param name="project">The project file; the folder of its repository is copied, and never written to.</param>
    /// <param name="framework">The one target framework that is built, where the project has several.</param>
    /// <param name="runs">How many times.</param>
    /// <param name="warm">Whether one compiler server builds them all, so that only the first compiles the analyzers to machine code.</param>
    public static async Task RunAsync(string project, string? framework, int runs, bool warm)
    {
        using var scratch = new Scratch();
        var root = RootOf(project);
        Copy(root, Path.Combine(scratch.Folder, "copy"));
        var copy = Path.Combine(scratch.Folder, "copy", Path.GetRelativePath(root, Path.GetFullPath(project)));
        var targets = scratch.Write("peers.targets", Targets(copy));
        var log = Path.Combine(scratch.Folder, "log.txt");
        string[] arguments =
        [
            "build", copy, "--no-incremental", "-v:q", "-c", "Release", .. framework is null ? Array.Empty<string>() : ["-f", framework],
            $"-p:CustomAfterMicrosoftCommonTargets={targets}", "-p:ReportAnalyzer=true", $"-p:UseSharedCompilation={warm}", "-p:TreatWarningsAsErrors=false",
            // The compiler leaves out the rules whose findings are only suggestions, unless they are logged.
            $"-p:ErrorLog={Path.Combine(scratch.Folder, "log.sarif")}%2cversion=2.1", $"-flp:v=detailed;logfile={log}",
        ];

        var table = new Table().AddColumns(["run", Ours, .. Peers, "ours / " + Peers[0], .. Peers.Length > 1 ? ["ours / " + Peers[1]] : Array.Empty<string>()]);
        var best = new Dictionary<string, double>();
        for (var run = 1; run <= runs; run++)
        {
            var output = await BuildAsync(arguments);
            var times = File.Exists(log) ? Read(File.ReadLines(log)) : [];
            if (!times.TryGetValue(Ours, out var ours) || Peers.FirstOrDefault(peer => !times.ContainsKey(peer)) is not null)
                throw new InvalidOperationException("The build reports no times of all three packages:\n" + output);
            table.AddRow([$"{run}", $"{ours:N3} s", .. Peers.Select(peer => $"{times[peer]:N3} s"), .. Peers.Select(peer => $"{ours / times[peer]:N3}")]);
            if (best.Count == 0 || ours < best[Ours])
                best = times;
        }

        AnsiConsole.Write(table);
        WriteRules(best);
    }

    private static void WriteRules(Dictionary<string, double> times)
    {
        var table = new Table().AddColumns("rule, in the best run", "ms", "of all");
        foreach (var (rule, seconds) in times.Where(pair => pair.Key.StartsWith("CDA", StringComparison.Ordinal)).OrderByDescending(pair => pair.Value).Take(DearestRules))
            table.AddRow(rule, $"{seconds * 1000:N0}", $"{seconds / times[Ours]:P1}");
        AnsiConsole.Write(table);
    }

    // Seconds by package and by rule: lines of a number, a percentage, and an assembly's full name or a type's with its IDs.
    private static Dictionary<string, double> Read(IEnumerable<string> lines)
    {
        var times = new Dictionary<string, double>();
        foreach (var line in lines)
        {
            if (Time().Match(line) is not { Success: true } time)
                continue;
            var name = time.Groups["package"] is { Success: true } package ? package.Value : time.Groups["rule"].Value;
            times[name] = times.GetValueOrDefault(name) + double.Parse(time.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        }

        return times;
    }

    [GeneratedRegex(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+((?<package>[\w.]+), Version=.*|CodeAssist\.\S+ \((?<rule>CDA\d+).*\))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    private static async Task<string> BuildAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await error;
    }

    private static string Targets(string project)
    {
        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").ToLookup(version => (string?)version.Attribute("Include"), version => (string?)version.Attribute("Version"));
        return new XElement(
            "Project",
            new XElement(
                "ItemGroup",
                new XAttribute("Condition", $"'$(MSBuildProjectFullPath)' == '{project}'"),
                Peers.SelectMany(peer => new[] { Reference(peer, "Version", "!=", versions[peer].Single()!), Reference(peer, "VersionOverride", "==", versions[peer].Single()!) }),
                new XElement("Analyzer", new XAttribute("Include", Path.Combine(AppContext.BaseDirectory, Ours + ".dll"))),
                new XElement("EditorConfigFiles", new XAttribute("Include", Repository.PathOf("src", "CodeAssist.Package", "build", "presets", "All.globalconfig"))))).ToString();
    }

    private static XElement Reference(string package, string attribute, string comparison, string version) => new(
        "PackageReference",
        new XAttribute("Include", package),
        new XAttribute(attribute, version),
        new XAttribute("PrivateAssets", "all"),
        new XAttribute("Condition", $"'$(ManagePackageVersionsCentrally)' {comparison} 'true'"));

    // The project may import what stands above it.
    private static string RootOf(string project)
    {
        var own = new FileInfo(Path.GetFullPath(project)).Directory!;
        for (var folder = own; folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folder.FullName;
        }

        return own.FullName;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) is not (".git" or "bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
