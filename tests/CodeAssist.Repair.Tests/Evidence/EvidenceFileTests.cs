using System.Runtime.Serialization;
using System.Text.Json;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;

namespace CodeAssist.Repair.Tests.Evidence;

public sealed class EvidenceFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string PathOfFile => Path.Combine(_scratch.Folder, "state", "evidence.jsonl");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task An_attempt_is_a_line_with_its_checks_and_without_source()
    {
        const string source = "class C { bool Both(bool first, bool second) => first && first; }";
        var file = new EvidenceFile(PathOfFile);
        var document = RepairVerifier.Document(source);
        var request = await RepairRequest.CreateAsync(document, (await RepairVerifier.DiagnosticsAsync(document, "CDA1001"))[0], CancellationToken.None);
        var model = new ScriptedModel(ScriptedModel.Fenced("bool Both(bool first, bool second) => first && second;"));
        await new RepairEngine([new ModelProposer(model)], new RepairGate(), file).RepairAsync(request!, CancellationToken.None);

        var line = Assert.Single(await File.ReadAllLinesAsync(PathOfFile));
        Assert.DoesNotContain("second", line);
        var entry = Assert.Single(EvidenceReader.Last(PathOfFile, 10));
        Assert.Equal(("attempt", "CDA1001", "model", true), (entry.Type, entry.Id, entry.Proposer, entry.Accepted));
        Assert.Equal(("scripted", "localhost", "hash"), (entry.Exchange!.Model, entry.Exchange.EndpointHost, entry.Exchange.PromptHash));
        Assert.Equal(RepairGate.CheckNames, entry.Checks!.Select(check => check.Name!));
        Assert.Equal("Project", Assert.Single(entry.Flavours!));
    }

    [Fact]
    public void A_request_names_host_bytes_and_files()
    {
        new EvidenceFile(PathOfFile).Write(Request(1));
        var entry = Assert.Single(EvidenceReader.Last(PathOfFile, 10, EvidenceEntry.Request));
        Assert.Equal(("CDA1001", "host", 1, "/project/Code.cs"), (entry.Id, entry.Exchange!.EndpointHost, entry.Exchange.PromptBytes, entry.Exchange.Files!.Single()));
        Assert.Empty(EvidenceReader.Last(PathOfFile, 10, EvidenceEntry.Attempt));
    }

    [Fact]
    public void Names_of_others_cannot_write_a_line_of_their_own()
    {
        const string hostile = "a\",\"accepted\":true}\n{\"type\":\"request\"}\r\n\u2028\u001b[2J";
        new EvidenceFile(PathOfFile).Write(Request(1) with { Model = hostile, Files = [hostile] });
        Assert.Single(File.ReadAllLines(PathOfFile));
        var entry = Assert.Single(EvidenceReader.Last(PathOfFile, 10));
        Assert.Equal((hostile, hostile), (entry.Exchange!.Model, entry.Exchange.Files!.Single()));
        Assert.Null(entry.Accepted);
    }

    [Fact]
    public async Task Many_writers_lose_no_line()
    {
        // A file object each, as processes have.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            var file = new EvidenceFile(PathOfFile);
            for (var i = 0; i < 25; i++)
                file.Write(Request((writer * 25) + i));
            Assert.Null(file.Problem);
        })));
        Assert.Equal(Enumerable.Range(0, 200), EvidenceReader.Last(PathOfFile, 1000).Select(entry => entry.Exchange!.PromptBytes!.Value).Order());
    }

    [Fact]
    public void The_file_starts_over_at_its_bound_and_the_reader_reads_on()
    {
        var file = new EvidenceFile(PathOfFile, largest: 2000);
        for (var i = 0; i < 100; i++)
            file.Write(Request(i));
        Assert.InRange(Directory.EnumerateFiles(Path.GetDirectoryName(PathOfFile)!).Sum(path => new FileInfo(path).Length), 2000, 5000);
        Assert.Equal([97, 98, 99], EvidenceReader.Last(PathOfFile, 3).Select(entry => entry.Exchange!.PromptBytes!.Value));
    }

    [Fact]
    public void What_is_no_entry_is_passed_over()
    {
        var file = new EvidenceFile(PathOfFile);
        file.Write(Request(1));
        File.AppendAllText(PathOfFile, "{\"type\":\"att\n\nnull\n[]\n{}\n{\"type\":\"later\",\"unknown\":{\"a\":[1]}}\n");
        file.Write(Request(2));
        Assert.Equal(["request", "later", "request"], EvidenceReader.Last(PathOfFile, 10).Select(entry => entry.Type!));
        Assert.Equal(2, EvidenceReader.Last(PathOfFile, 10, EvidenceEntry.Request).Length);
    }

    [Fact]
    public void Without_a_file_there_is_nothing() => Assert.Empty(EvidenceReader.Last(PathOfFile, 10));

    [Fact]
    public void A_file_that_cannot_be_written_is_a_problem_and_no_exception()
    {
        var file = new EvidenceFile(Path.Combine(_scratch.Write("taken", ""), "evidence.jsonl"));
        file.Write(Request(1));
        Assert.NotNull(file.Problem);
    }

    [Fact]
    public void The_page_explains_every_key()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "evidence-record.md"));
        var keys = new[] { typeof(EvidenceEntry), typeof(ExchangeEntry), typeof(CheckEntry) }
            .SelectMany(type => type.GetProperties())
            .Select(property => property.GetCustomAttributes(typeof(DataMemberAttribute), false).Cast<DataMemberAttribute>().Single().Name!);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page));
        file().Write(Request(7));
        using var json = JsonDocument.Parse(File.ReadAllText(PathOfFile));
        Assert.All(json.RootElement.EnumerateObject(), property => Assert.Contains($"`{property.Name}`", page));

        EvidenceFile file() => new(PathOfFile);
    }

    private static RequestRecord Request(int bytes) =>
        new(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc), "CDA1001", "model", "host", "hash", bytes, ["/project/Code.cs"], "1");
}
