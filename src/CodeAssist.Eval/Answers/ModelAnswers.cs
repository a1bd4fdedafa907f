using System.Diagnostics;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Eval.Answers;

/// <summary>Answers of a model behind one of the user's profiles, through every layer that its fixes go through.</summary>
/// <param name="client">The model.</param>
public sealed class ModelAnswers(IModelClient client) : IAnswerSource
{
    /// <inheritdoc/>
    public string Name => client.Model;

    /// <inheritdoc/>
    public async Task<Answer> AskAsync(Question question, int sample, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var request = new ModelRequest(question.Messages, sample, []) { DiagnosticId = "eval" };
        var reply = await client.AskAsync(request, cancellation).ConfigureAwait(false);
        return new Answer(reply.Text, AnswerForm.Reply)
        {
            Failure = reply.FailureReason,
            PromptTokens = reply.Exchange?.PromptTokens,
            CompletionTokens = reply.Exchange?.CompletionTokens,
            Elapsed = watch.Elapsed,
        };
    }
}
