using System.Text.Json.Serialization;
using CodeAssist.Eval.Training;

namespace CodeAssist.Eval.Suites;

/// <summary>What came of one sample of one task: the three rates' raw material.</summary>
public sealed record Attempt
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The task's category.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Which sample, from 0.</summary>
    public required int Sample { get; init; }

    /// <summary>Whether usable code came back.</summary>
    public required bool Answered { get; init; }

    /// <summary>Whether it passed the gate; where the suite has none, whether it compiles.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether it passed the hidden tests.</summary>
    public required bool Correct { get; init; }

    /// <summary>Whether the asking itself failed (the endpoint, a budget), which says nothing of the model: asked again on the next run.</summary>
    public bool Failed { get; init; }

    /// <summary>How many feedback rounds it took beyond the first answer.</summary>
    public int Rounds { get; init; }

    /// <summary>Why it was not answered, not offered or not correct; empty where it is correct.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The check of the gate, or the outcome of the run, that turned it down.</summary>
    public string Check { get; init; } = string.Empty;

    /// <summary>The checks of the gate (where the suite has none: <c>compile</c>) that turned a candidate down, one for each candidate, in all rounds.</summary>
    public IReadOnlyList<string> Rejections { get; init; } = [];

    /// <summary>Tokens of the prompts; null where nobody counted.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens of the replies; null where nobody counted.</summary>
    public int? CompletionTokens { get; init; }

    /// <summary>The time that the model took, in milliseconds.</summary>
    public double ModelMs { get; init; }

    /// <summary>The time of compiling and running, in milliseconds.</summary>
    public double RunMs { get; init; }

    /// <summary>What was offered though it is not correct, as a unified diff or as code, for the report; empty otherwise.</summary>
    public string Shown { get; init; } = string.Empty;

    /// <summary>The fix as a training example, where the user asked to keep source text and the fix is correct; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TrainingMessage>? Training { get; init; }

    /// <summary>The name under which it is found again when a run is resumed.</summary>
    [JsonIgnore]
    public string Key => $"{Task}#{Sample}";
}
