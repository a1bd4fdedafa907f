using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Models.Tests;

/// <summary>
/// Against a server that nobody here wrote: llama.cpp's, with any model, started as <c>docs/models-measured.md</c> says.
/// They run where the variables name one.
/// </summary>
public class RealServerTests : ModelTestBase
{
    /// <summary>A server whose model ends its replies.</summary>
    internal const string Ending = "CODEASSIST_TEST_LLAMACPP";

    /// <summary>A server whose model goes on until it is stopped, with a context of 2,048 tokens for each of two slots.</summary>
    internal const string Endless = "CODEASSIST_TEST_LLAMACPP_ENDLESS";

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    [RealServerFact(Ending)]
    public async Task A_reply_is_streamed_with_its_usage_and_the_estimate_is_not_below_it()
    {
        var request = Request("Repair this: bool Both(bool first, bool second) => first && first;");
        using var client = Client(Of(Ending));
        var reply = await client.AskAsync(request, CancellationToken.None).WaitAsync(Guard);
        Assert.True(reply.Text is { Length: > 0 }, reply.FailureReason);

        // The template's own tokens come on top: a few for each message.
        Assert.InRange(reply.Exchange!.PromptTokens!.Value, 1, request.Messages.Sum(message => TokenEstimator.Estimate(message.Text)) + (8 * request.Messages.Length));
        Assert.InRange(reply.Exchange.CompletionTokens!.Value, 1, 2048);
    }

    [RealServerFact(Ending)]
    public async Task The_list_of_models_tells_the_context_of_a_slot()
    {
        var profile = Of(Ending);
        var served = (await ModelCatalog.ListAsync(profile, CancellationToken.None))!;
        Assert.Equal(2048, Assert.Single(served.Models).ContextTokens);
        Assert.Equal("llamacpp", Assert.Single(await LocalServers.FindAsync([(EndpointKinds.Find("llamacpp")!, profile.Endpoint.Port)], CancellationToken.None)).Kind.Name);
    }

    [RealServerFact(Ending)]
    public async Task An_overlong_prompt_is_refused_and_the_next_request_works()
    {
        using var client = Client(Of(Ending));
        var reply = await client.AskAsync(Request(string.Concat(Enumerable.Repeat("var total = order.Total; ", 600))), CancellationToken.None).WaitAsync(Guard);
        AssertFailure(reply, "does not fit", "2048");
        Assert.NotNull((await client.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard)).Text);
    }

    [RealServerFact(Ending)]
    public async Task Two_at_once_are_answered()
    {
        using var client = Client(Of(Ending));
        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(number => client.AskAsync(Request($"Repair number {number}."), CancellationToken.None))).WaitAsync(Guard);
        Assert.All(replies, AssertAnswered);
    }

    [RealServerFact(Ending)]
    public async Task A_further_candidate_is_sampled_by_the_model_card()
    {
        using var client = Client(Of(Ending));
        AssertAnswered(await client.AskAsync(Request(candidate: 1), CancellationToken.None).WaitAsync(Guard));
    }

    [RealServerFact(Endless)]
    public async Task A_request_that_is_given_up_frees_the_server()
    {
        using var client = Client(Of(Endless) with { OutputTokens = 1500 });
        for (var time = 0; time < 3; time++)
        {
            // Both slots: where one were still busy, the next pair would wait for it.
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
            var replies = Enumerable.Range(0, 2).Select(_ => client.AskAsync(Request(), stop.Token)).ToList();
            foreach (var reply in replies)
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        }

        using var brief = Client(Of(Endless) with { OutputTokens = 8 });
        AssertFailure(await brief.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard), "cut off at 8 tokens");
    }

    [RealServerFact(Endless)]
    public async Task A_full_context_is_told_from_a_full_budget()
    {
        using var client = Client(Of(Endless) with { OutputTokens = 4000, TimeoutSeconds = 100 });
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard), "the server's context was full");
    }

    // Random weights write what they like: half a character is refused as such, and an answer all the same.
    private static void AssertAnswered(ModelReply reply) =>
        Assert.True(reply.Text is not null || reply.FailureReason!.Contains("characters of the reply were lost", StringComparison.Ordinal), reply.FailureReason);

    private static ModelProfile Of(string variable) => Profile(new Uri(Environment.GetEnvironmentVariable(variable)!), "llamacpp") with { Model = "any" };

    /// <summary>A test that needs a server which the environment names.</summary>
    private sealed class RealServerFactAttribute : FactAttribute
    {
        public RealServerFactAttribute(string variable)
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
                Skip = $"{variable} names no server";
        }
    }
}
