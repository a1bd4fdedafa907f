using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests;

/// <summary>Several replies in a round: which are judged, which is offered, and what the next round is told.</summary>
public class CandidatesTests
{
    private const string Source =
        """
        using System;
        using System.IO;

        class Notes
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

    [Fact]
    public async Task Candidates_that_are_equal_up_to_white_space_and_comments_are_judged_once()
    {
        var model = new ScriptedModel(
            Reply("Console.Error.WriteLine(missing);"), Reply("// Tell.\nConsole.Error .WriteLine( missing );"), Reply("Console.Error.WriteLine(exception);"));
        var outcome = await RepairAsync(model, rounds: 0);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal([0, 1, 2], model.Requests.Select(request => request.Candidate));
        Assert.Equal([false, true], outcome.Attempts.Select(attempt => attempt.Verdict!.Accepted));
    }

    [Fact]
    public async Task What_a_comment_or_directive_got_rejected_does_not_reject_the_same_code_without_it()
    {
        const string Statement = "Console.Error.WriteLine(exception);";
        var outcome = await RepairAsync(new ScriptedModel(Reply("#pragma warning disable CDA3001\n" + Statement), Reply(Statement)), rounds: 0, candidates: 2);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.DoesNotContain("#pragma", outcome.Edit.NewText.ToString());
        Assert.Equal([false, true], outcome.Attempts.Select(attempt => attempt.Verdict!.Accepted));
    }

    [Fact]
    public async Task Of_those_that_pass_the_smallest_effect_diff_wins_whatever_its_tokens()
    {
        var outcome = await RepairAsync(new ScriptedModel(
            Reply("Console.Error.WriteLine(exception); throw;"), Reply("Console.Error.WriteLine(((exception)));"), Reply("Console.Error.WriteLine(missing);")));
        Assert.Equal([true, true, false], outcome.Attempts.Select(attempt => attempt.Verdict!.Accepted));
        Assert.True(outcome.Attempts[0].Verdict!.ChangedEffects > outcome.Attempts[1].Verdict!.ChangedEffects);
        Assert.Contains("Console.Error.WriteLine(((exception)));", outcome.Edit!.NewText.ToString());
        Assert.Same(outcome.Attempts[1].Verdict, outcome.Edit.Verdict);
    }

    [Fact]
    public async Task Of_equal_effect_diffs_the_fewest_changed_tokens_win()
    {
        var outcome = await RepairAsync(new ScriptedModel(
            Reply("Console.Error.WriteLine(((exception)));"), Reply("Console.Error.WriteLine(exception);"), Reply("Console.Error.WriteLine((exception));")));
        Assert.Single(outcome.Attempts.Select(attempt => attempt.Verdict!.ChangedEffects).Distinct());
        Assert.All(outcome.Attempts, attempt => Assert.True(attempt.Verdict!.Accepted));
        Assert.Contains("Console.Error.WriteLine(exception);", outcome.Edit!.NewText.ToString());
    }

    [Fact]
    public async Task The_reasons_of_all_distinct_rejected_ones_go_to_the_next_round()
    {
        var model = new ScriptedModel(
            Reply("Console.Error.WriteLine(missing);"), Reply("Console.Error.WriteLine( missing );"), Reply("Logger.Warn(exception);"), Reply("Console.Error.WriteLine(exception);"));
        var outcome = await RepairAsync(model, rounds: 1);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal([0, 0, 1], outcome.Attempts.Select(attempt => attempt.Round));
        Assert.All(model.Requests.Take(3), request => Assert.Equal(2, request.Messages.Length));

        // The task, then each reply with the compiler's words.
        Assert.All(model.Requests.Skip(3), request =>
        {
            Assert.Equal(6, request.Messages.Length);
            Assert.Contains("The name 'missing' does not exist in the current context", request.Messages[3].Text);
            Assert.Contains("The name 'Logger' does not exist in the current context", request.Messages[5].Text);
        });
    }

    [Fact]
    public async Task Where_the_rejected_replies_do_not_fit_all_reasons_are_said_even_so()
    {
        string[] replies = [Reply("Console.Error.WriteLine(missing); // " + new string('x', 4000)), Reply("Logger.Warn(exception);"), Reply("Console.Error.WriteLine(exception);")];
        var model = new ScriptedModel(replies) { PromptTokens = 1200 };
        var outcome = await RepairAsync(model, rounds: 1, candidates: 2);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal([ModelRole.System, ModelRole.User, ModelRole.Assistant, ModelRole.User], model.Requests[2].Messages.Select(message => message.Role));
        Assert.Contains("'Logger' does not exist", model.Requests[2].Messages[3].Text);
        Assert.Contains("'missing' does not exist", model.Requests[2].Messages[3].Text);
    }

    [Fact]
    public async Task A_round_that_only_repeats_rejected_candidates_ends_the_asking()
    {
        var model = new ScriptedModel(Reply("Console.Error.WriteLine(missing);"), Reply("Logger.Warn(exception);"), Reply("Console.Error.WriteLine( missing );"));
        var outcome = await RepairAsync(model, rounds: 5, candidates: 2);
        Assert.Null(outcome.Edit);
        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(2, outcome.Attempts.Length);
        Assert.NotNull(outcome.Abstention);
    }

    private static Task<RepairOutcome> RepairAsync(ScriptedModel model, int rounds = 1, int candidates = 3) =>
        RepairVerifier.RepairAsync(Source, "CDA3001", new ModelProposer(model, rounds, candidates: candidates));

    private static string Reply(string statement) => ScriptedModel.Fenced(
        $$"""
        public static string Read(string path)
        {
            var text = "";
            try
            {
                text = File.ReadAllText(path);
            }
            catch (Exception exception)
            {
        {{statement}}
            }

            return text;
        }
        """);
}
