namespace CodeAssist.Eval.Answers;

/// <summary>Answers that prove the harness: the known solution must score everything, nothing must score nothing.</summary>
public sealed class Baseline : IAnswerSource
{
    /// <summary>The known solution.</summary>
    public const string Reference = "reference";

    /// <summary>The task as it was given.</summary>
    public const string Nothing = "nothing";

    private readonly Func<Question, Answer> _choose;

    private Baseline(string name, Func<Question, Answer> choose)
    {
        Name = name;
        _choose = choose;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The baseline of a name; null where it is none.</summary>
    public static Baseline? Of(string name) => name switch
    {
        Reference => new Baseline(name, question => question.Reference ?? new Answer(null, AnswerForm.Reply)),
        Nothing => new Baseline(name, question => question.Nothing),
        _ => null,
    };

    /// <inheritdoc/>
    public Task<Answer> AskAsync(Question question, int sample, CancellationToken cancellation) => Task.FromResult(_choose(question));
}
