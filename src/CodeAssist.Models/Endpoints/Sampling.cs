using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>How tokens are drawn.</summary>
/// <param name="Temperature">The temperature.</param>
/// <param name="TopP">The nucleus.</param>
/// <param name="TopK">The number of tokens to draw from.</param>
/// <param name="RepetitionPenalty">The repetition penalty; 1 is none.</param>
internal sealed record Sampling(float Temperature, float TopP, int TopK, float RepetitionPenalty)
{
    // Nearly greedy, not wholly: at zero, small models fall into loops.
    private static readonly Sampling First = new(0.1f, 0.8f, 20, 1f);

    // What the model cards advise; the first whose name occurs in the model's wins.
    private static readonly (string Name, Sampling Sampling)[] Cards =
    [
        ("qwen3-coder-next", new(1.0f, 0.95f, 40, 1f)),
        ("qwen3-coder", new(0.7f, 0.8f, 20, 1.05f)),
        ("qwen2.5-coder", new(0.7f, 0.8f, 20, 1.05f)),
    ];

    // Qwen's advice for its newer models without thinking, and a fair one for others.
    private static readonly Sampling Usual = new(0.7f, 0.8f, 20, 1f);

    /// <summary>How a candidate is drawn: the first nearly greedily, further ones as the model's card advises.</summary>
    public static Sampling Of(string model, int candidate)
    {
        if (candidate == 0)
            return First;
        var card = Cards.FirstOrDefault(card => model.Contains(card.Name, StringComparison.OrdinalIgnoreCase));
        return card.Sampling ?? Usual;
    }

    /// <summary>The options of a request.</summary>
    public ChatOptions ToOptions(int outputTokens)
    {
        var options = new ChatOptions { Temperature = Temperature, TopP = TopP, TopK = TopK, MaxOutputTokens = outputTokens };
        if (RepetitionPenalty > 1)
            options.AdditionalProperties = new() { [RequestDialect.RepetitionPenalty] = RepetitionPenalty };
        return options;
    }
}
