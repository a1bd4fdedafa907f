using System.Text.Json.Nodes;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>A log's findings become lines of a baseline.</summary>
public class BaselineTests
{
    private const string Source = "public class C\n{\n    public int Of(string? name)\n    {\n        return name.Length;\n    }\n}\n";

    [Fact]
    public async Task A_log_gives_the_lines_that_an_analysis_gives()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", Source + Sources.Identical);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "CA1822", "CDA1001", "--baseline", baseline, "--update-baseline");
        var log = await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "CA1822", "CDA1001", "--format", "sarif");
        foreach (var text in new[] { log.Output, WithoutForeignFingerprints(log.Output) })
        {
            var other = Path.Combine(scratch.Folder, "other.baseline");
            File.Delete(other);
            var run = await Tool.RunAsync("baseline", "--from-sarif", scratch.Write("log.sarif", text), "--output", other);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Empty(run.Error);
            Assert.StartsWith("3 findings in ", run.Output, StringComparison.Ordinal);
            Assert.Equal(await File.ReadAllTextAsync(baseline), await File.ReadAllTextAsync(other));
        }
    }

    [Fact]
    public async Task The_compilers_old_format_is_read()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", Source);
        var log = scratch.Write("log.sarif", $$"""
            { "version": "1.0.0", "runs": [ {
              "results": [
                { "ruleId": "CS8602", "level": "warning", "message": "Dereference of a possibly null reference.",
                  "locations": [ { "resultFile": { "uri": "{{new Uri(file).AbsoluteUri}}", "region": { "startLine": 5, "startColumn": 16, "endLine": 5, "endColumn": 20 } } } ] },
                { "ruleId": "CA1822", "level": "note", "message": "'Of'", "suppressionStates": [ "suppressedInSource" ],
                  "locations": [ { "resultFile": { "uri": "{{new Uri(file).AbsoluteUri}}", "region": { "startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 18 } } } ] },
                { "ruleId": "CDA1001", "level": "note", "message": "...", "properties": { "customProperties": { "codeassist/v1": "{{new string('c', 64)}}" } },
                  "locations": [ { "resultFile": { "uri": "{{new Uri(file).AbsoluteUri}}", "region": { "startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 18 } } } ] } ],
              "rules": { "CS8602": { "id": "CS8602", "defaultLevel": "warning" } } } ] }
            """);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        var run = await Tool.RunAsync("baseline", "--from-sarif", log, "--output", baseline);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal([new string('c', 64) + " CDA1001"], (await File.ReadAllLinesAsync(baseline)).Select(line => string.Join(' ', line.Split('\t')[..2])).Take(1));
        Assert.Equal(2, (await File.ReadAllLinesAsync(baseline)).Length);
        Assert.Equal(0, (await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "--baseline", baseline)).ExitCode);
    }

    [Fact]
    public async Task Lines_that_are_there_stay_and_none_is_written_twice()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", Source);
        var old = new string('0', 64) + "\tCDA1001\tOld.cs\n";
        var baseline = scratch.Write("codeassist.baseline", old);
        var log = scratch.Write("log.sarif", (await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "--format", "sarif")).Output);
        await Tool.RunAsync("baseline", "--from-sarif", log, "--output", baseline);
        var once = await File.ReadAllTextAsync(baseline);
        await Tool.RunAsync("baseline", "--from-sarif", log, "--output", baseline);
        Assert.Equal(once, await File.ReadAllTextAsync(baseline));
        Assert.Contains(old, once, StringComparison.Ordinal);
        Assert.Equal(2, once.Count(character => character == '\n'));
    }

    [Fact]
    public async Task Code_of_another_configuration_is_found()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", "#if WINDOWS && !DEBUG\n" + Source + "#endif\n");
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        var run = await Tool.RunAsync("baseline", "--from-sarif", scratch.Write("log.sarif", Log(file, "CS8602", 6, 16, 20)), "--output", baseline);
        Assert.True(run.Error.Length == 0, run.Error);
        Assert.Contains("\tCS8602\tCode.cs", await File.ReadAllTextAsync(baseline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_silenced_or_found_is_left_out_and_named()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", Source);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        async Task<string> NoteAsync(string log)
        {
            var run = await Tool.RunAsync("baseline", "--from-sarif", scratch.Write("log.sarif", log), "--output", baseline);
            Assert.Equal(0, run.ExitCode);
            Assert.Empty(await File.ReadAllTextAsync(baseline));
            return run.Error;
        }

        Assert.Contains("CS1030 (1)", await NoteAsync(Log(file, "CS1030", 5, 16, 20)), StringComparison.Ordinal);
        Assert.Contains("CS0161 (1)", await NoteAsync(Log(file, "CS0161", 5, 16, 20, defaultLevel: "error")), StringComparison.Ordinal);
        Assert.Contains("1 finding left out", await NoteAsync(Log(file, "CS8602", 99, 16, 20)), StringComparison.Ordinal);
        Assert.Contains("1 finding left out", await NoteAsync(Log(file, "CS8602", 5, 16, 20000)), StringComparison.Ordinal);
        Assert.Contains("1 finding left out", await NoteAsync(Log(file + "x", "CS8602", 5, 16, 20)), StringComparison.Ordinal);
        Assert.Contains("1 finding left out", await NoteAsync(Log(file, "CDA1001", 5, 16, 20)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"runs\": 1 }")]
    public async Task What_is_no_log_is_one_line_and_exit_code_2(string text)
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("baseline", "--from-sarif", scratch.Write("log.sarif", text), "--output", Path.Combine(scratch.Folder, "b"))).IsRefusal(2, "log.sarif");
        Assert.False(File.Exists(Path.Combine(scratch.Folder, "b")));
    }

    [Fact]
    public async Task A_log_that_is_missing_is_one_line_and_exit_code_2()
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("baseline", "--from-sarif", Path.Combine(scratch.Folder, "log.sarif"))).IsRefusal(2, "log.sarif");
    }

    [Fact]
    public async Task Odd_logs_break_nothing()
    {
        using var scratch = new Scratch();
        var text = """
            { "runs": [ 1, {}, { "results": 3 }, { "results": [ 4, {}, { "ruleId": "CS8602" }, { "ruleId": "CS8602", "locations": [ 1 ] },
              { "ruleId": "CS8602", "locations": [ { "physicalLocation": { "artifactLocation": { "index": 9 }, "region": 7 } } ] },
              { "ruleId": "CS8602", "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "a.cs", "uriBaseId": "A" } } } ] } ],
              "originalUriBaseIds": { "A": { "uri": "b/", "uriBaseId": "A" } } } ] }
            """;
        var run = await Tool.RunAsync("baseline", "--from-sarif", scratch.Write("log.sarif", text), "--output", Path.Combine(scratch.Folder, "b"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("4 findings left out", run.Error, StringComparison.Ordinal);
    }

    private static string Log(string file, string id, int line, int start, int end, string defaultLevel = "warning") => $$"""
        { "version": "2.1.0", "runs": [ {
          "tool": { "driver": { "name": "csc", "rules": [ { "id": "{{id}}", "defaultConfiguration": { "level": "{{defaultLevel}}" } } ] } },
          "results": [ { "ruleId": "{{id}}", "ruleIndex": 0, "level": "warning", "message": { "text": "..." },
            "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "{{new Uri(file).AbsoluteUri}}" },
              "region": { "startLine": {{line}}, "startColumn": {{start}}, "endLine": {{line}}, "endColumn": {{end}} } } } ] } ] } ] }
        """;

    // As another tool would write the same finding.
    private static string WithoutForeignFingerprints(string log)
    {
        var json = JsonNode.Parse(log)!;
        foreach (var result in json["runs"]![0]!["results"]!.AsArray())
            result!["partialFingerprints"]!.AsObject().Remove("codeassist/foreign/v1");
        return json.ToJsonString();
    }
}
