namespace LyingModel;

/// <summary>One canned answer: a name, and the text that stands in <c>Replies/{name}.md</c>.</summary>
/// <param name="Name">The reply's name, and the part of the model's name that asks for it.</param>
/// <param name="IsGood">Whether the answer repairs the finding; all others only look as if they did.</param>
internal sealed record Reply(string Name, bool IsGood = false)
{
    private const string Prefix = "lying-model/";
    private const string Label = " (not a model)";

    /// <summary>The honest answer, then the lies.</summary>
    public static IReadOnlyList<Reply> All { get; } =
    [
        new("good", IsGood: true),
        new("pragma"),
        new("empty-catch"),
        new("elided"),
        new("stub"),
        new("signature"),
        new("does-not-compile"),
        new("bug-still-there"),
        new("bug-moved"),
        new("deleted-code"),
    ];

    /// <summary>The name under which the server serves this reply.</summary>
    public string ModelName => Prefix + Name + Label;

    /// <summary>The reply of a model name, with or without its prefix and label; null where there is none.</summary>
    public static Reply? Find(string? modelName)
    {
        if (modelName is null)
            return null;
        var name = modelName.StartsWith(Prefix, StringComparison.Ordinal) ? modelName[Prefix.Length..] : modelName;
        name = name.EndsWith(Label, StringComparison.Ordinal) ? name[..^Label.Length] : name;
        return All.FirstOrDefault(reply => reply.Name == name);
    }

    public string ReadText() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replies", Name + ".md"));
}
