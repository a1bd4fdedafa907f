using System.Collections.Immutable;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Eval.Answers;

/// <summary>Where answers come from: a model, a file of answers that were written earlier, or a baseline.</summary>
public interface IAnswerSource
{
    /// <summary>The name in the results.</summary>
    string Name { get; }

    /// <summary>The answer to a question about a task.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="sample">Which sample, from 0.</param>
    /// <param name="cancellation">Stops the asking.</param>
    Task<Answer> AskAsync(Question question, int sample, CancellationToken cancellation);
}

/// <summary>A question about a task.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Messages">What a chat model is asked.</param>
/// <param name="Nothing">What somebody would hand in who changes nothing.</param>
/// <param name="Reference">The known solution; null where the suite has none.</param>
public sealed record Question(string Task, ImmutableArray<ModelMessage> Messages, Answer Nothing, Answer? Reference);
