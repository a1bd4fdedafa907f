using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Guides;

/// <summary>What the guide of CDA2001 allows a model to do to a returned task, and what it does not.</summary>
public class TaskReturnedInsideUsingGuideTests
{
    private const string Before =
        """
        public Task CopyAsync(string path, bool flush)
            {
                using var stream = File.OpenRead(path);
                if (flush)
                    return stream.FlushAsync();
                return stream.CopyToAsync(Stream.Null);
            }
        """;

    private static async Task<string?> RejectedBy(string after)
    {
        var source = $$"""
            using System.IO;
            using System.Threading.Tasks;

            class Copier
            {
                {{Before}}
            }
            """;
        var outcome = await RepairVerifier.RepairAsync(source, "CDA2001", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(after))));
        return outcome.Edit is null ? outcome.Attempts.Last(attempt => attempt.Verdict is not null).Verdict!.Failure!.Name : null;
    }

    private static string Async(string body) => "public async Task CopyAsync(string path, bool flush)\n{\n" + body + "\n}";

    [Fact]
    public async Task Awaiting_every_task_passes() => Assert.Null(await RejectedBy(Async(
        "using var stream = File.OpenRead(path);\nif (flush)\n{\nawait stream.FlushAsync();\nreturn;\n}\nawait stream.CopyToAsync(Stream.Null);\nreturn;")));

    [Fact]
    public async Task A_lost_early_return_is_rejected() => Assert.Equal("behaviour", await RejectedBy(Async(
        "using var stream = File.OpenRead(path);\nif (flush)\nawait stream.FlushAsync();\nawait stream.CopyToAsync(Stream.Null);\nreturn;")));

    [Fact]
    public async Task A_lost_using_is_rejected() => Assert.Equal("behaviour", await RejectedBy(Async(
        "var stream = File.OpenRead(path);\nif (flush)\n{\nawait stream.FlushAsync();\nreturn;\n}\nawait stream.CopyToAsync(Stream.Null);\nreturn;")));

    [Fact]
    public async Task Blocking_is_rejected() => Assert.Equal("behaviour", await RejectedBy(
        Before.Replace("return stream.FlushAsync();", "{ var task = stream.FlushAsync(); task.Wait(); return task; }")));
}
