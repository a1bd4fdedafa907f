using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Guides;

/// <summary>What the guide of CDA3001 allows a model to do to a catch, and what it does not.</summary>
public class SwallowedExceptionGuideTests
{
    private static string Member(string clause) =>
        $$"""
        public int Read(string path)
            {
                var lines = 0;
                try
                {
                    lines = File.ReadAllLines(path).Length;
                }
                {{clause}}

                return lines;
            }
        """;

    private static string Code(string clause) =>
        $$"""
        using System;
        using System.IO;

        class Reader
        {
            private readonly TextWriter _log = Console.Error;

            {{Member(clause)}}
        }
        """;

    private static async Task<string?> RejectedBy(string before, string after)
    {
        var outcome = await RepairVerifier.RepairAsync(
            Code(before), "CDA3001", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(Member(after)))));
        return outcome.Edit is null ? outcome.Attempts.Last(attempt => attempt.Verdict is not null).Verdict!.Failure!.Name : null;
    }

    [Theory]
    [InlineData("catch (Exception exception) { _log.WriteLine(exception); }")]
    [InlineData("catch (Exception exception) { _log.WriteLine($\"{path}: {exception.Message}\"); }")]
    [InlineData("catch (Exception exception) { Console.Error.WriteLine(\"failed: \" + exception); }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch (IOException exception) { _log.WriteLine(exception); }")]
    [InlineData("catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { _log.WriteLine(exception); }")]
    public async Task Good_repairs_of_an_empty_catch_pass(string after) =>
        Assert.Null(await RejectedBy("catch (Exception) { }", after));

    [Theory]
    [InlineData("catch (Exception exception) { _log.WriteLine(exception); }")]
    [InlineData("catch { Console.Error.WriteLine(\"unreadable\"); throw; }")]
    public async Task Good_repairs_of_a_catch_without_a_type_pass(string after) =>
        Assert.Null(await RejectedBy("catch { }", after));

    [Theory]
    [InlineData("catch (IOException) { lines = 0; }")]
    [InlineData("catch (Exception exception) { _log.WriteLine(exception); lines = 0; }")]
    [InlineData("catch (Exception) { lines = 0; throw; }")]
    public async Task Good_repairs_of_a_fallback_pass(string after) =>
        Assert.Null(await RejectedBy("catch (Exception) { lines = 0; }", after));

    [Theory]
    [InlineData("catch (Exception) { /* ignored */ }", "reply")]
    [InlineData("catch (IOException) { }", "policy")]
    [InlineData("catch (Exception exception) { _ = exception; }", "policy")]
    [InlineData("catch (Exception) when (false) { }", "policy")]
    [InlineData("catch (Exception exception) { _log.WriteLine(exception); return -1; }", "behaviour")]
    [InlineData("catch (Exception exception) { _log.WriteLine(exception); lines = -1; }", "behaviour")]
    public async Task Bad_repairs_of_an_empty_catch_are_rejected(string after, string check) =>
        Assert.Equal(check, await RejectedBy("catch (Exception) { }", after));
}
