namespace CodeAssist.Eval.Answers;

/// <summary>
/// Answers that some model has written earlier, one JSON object a line, told apart by their fields: a chat model's raw
/// <c>generation</c> beside its <c>input_prompt</c>; a base model's <c>generation</c>, prompt included and already cut,
/// beside its <c>wholecode</c>; a <c>completion</c>. Several lines of one task are its samples.
/// </summary>
public sealed class WrittenAnswers : IAnswerSource
{
    private readonly Dictionary<string, List<Answer>> _answers;

    private WrittenAnswers(string name, Dictionary<string, List<Answer>> answers)
    {
        Name = name;
        _answers = answers;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The fewest samples that a task of the file has.</summary>
    public int Samples => _answers.Count == 0 ? 0 : _answers.Values.Min(answers => answers.Count);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name in the results.</param>
    /// <exception cref="EvalDataException">It is not such a file.</exception>
    public static WrittenAnswers Read(string path, string name)
    {
        var answers = new Dictionary<string, List<Answer>>(StringComparer.Ordinal);
        foreach (var line in JsonLines.Read(path))
        {
            var task = line.Text("task_id");
            if (!answers.TryGetValue(task, out var samples))
                answers.Add(task, samples = []);
            samples.Add(Of(line));
        }

        return new WrittenAnswers(name, answers);
    }

    /// <inheritdoc/>
    public Task<Answer> AskAsync(Question question, int sample, CancellationToken cancellation) => Task.FromResult(
        _answers.TryGetValue(question.Task, out var samples) && sample < samples.Count ? samples[sample] : new Answer(null, AnswerForm.Reply));

    private static Answer Of(JsonLine line) => line switch
    {
        _ when line.Has("wholecode") => new Answer(line.Text("generation"), AnswerForm.Whole),
        _ when line.Has("completion") => new Answer(line.Text("completion"), AnswerForm.Completion),
        _ => new Answer(line.Text("generation"), AnswerForm.Reply),
    };
}
