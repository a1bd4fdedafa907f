using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Discovery;

/// <summary>Budgets that fit a model as it was seen to be.</summary>
/// <param name="TimeoutSeconds">How long a request may take.</param>
/// <param name="OutputTokens">How large a reply may be.</param>
/// <param name="PromptTokens">How large a prompt may be; null for the usual.</param>
/// <param name="ContextTokens">The context to ask for or to stay within; null where nothing is known of it.</param>
/// <param name="TokensPerSecond">What the model wrote in a second; null where that could not be measured.</param>
/// <param name="First">How long the first part of a reply took at most.</param>
public sealed record MeasuredBudgets(
    int TimeoutSeconds, int OutputTokens, int? PromptTokens, int? ContextTokens, double? TokensPerSecond, TimeSpan First)
{
    // Below this a reply cannot hold a region of ordinary size with the words around it.
    private const int LeastOutputTokens = 512;

    private const int LeastPromptTokens = 512;

    private const int Step = 128;

    // What a person waits for a fix before it is no help.
    private const double LongestReplySeconds = 180;

    private const int LeastTimeoutSeconds = 30;

    private const int LongestTimeoutSeconds = 600;

    // Twice what was seen: the next prompt is longer, and the machine is busy with a build.
    private const double Margin = 2;

    // Enough for a prompt and a thinking reply; every token of it costs memory.
    private const int UsualOllamaContext = 8192;

    /// <summary>The budgets for a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="timings">How fast its replies came; empty where none came.</param>
    /// <param name="context">The model's largest context, or null where nobody says.</param>
    public static MeasuredBudgets Of(ModelProfile profile, IReadOnlyCollection<ReplyTiming> timings, int? context)
    {
        double[] speeds = [.. timings.Select(timing => timing.TokensPerSecond).OfType<double>().Order()];
        double? speed = speeds.Length == 0 ? null : speeds[speeds.Length / 2];
        var first = timings.Count == 0 ? TimeSpan.Zero : timings.Max(timing => timing.First);
        var usual = profile.Thinking ? ModelProfile.DefaultThinkingOutputTokens : ModelProfile.DefaultOutputTokens;
        var output = speed is { } measured ? Math.Clamp(Round(measured * LongestReplySeconds), LeastOutputTokens, usual) : usual;
        int? prompt = null;
        if (context is { } most && profile.PromptTokens + output > most)
        {
            output = Math.Min(output, Math.Max(Step, most / 2 / Step * Step));
            prompt = Math.Max(LeastPromptTokens, most - output);
        }

        var timeout = speed is { } tokensPerSecond
            ? Math.Clamp((int)(Math.Ceiling(Margin * (first.TotalSeconds + (output / tokensPerSecond)) / 10) * 10), LeastTimeoutSeconds, LongestTimeoutSeconds)
            : ModelProfile.DefaultTimeoutSeconds;
        return new MeasuredBudgets(timeout, output, prompt, ContextOf(profile, output, context), speed, first);
    }

    private static int? ContextOf(ModelProfile profile, int output, int? context)
    {
        if (profile.ContextTokens is { } chosen)
            return chosen;
        // For others the context is the server's; of Ollama it is asked for.
        return profile.Kind.Family == Endpoints.EndpointFamily.Ollama && context is { } most
            ? Math.Min(most, Math.Max(UsualOllamaContext, (profile.PromptTokens + (2 * output) + 1023) / 1024 * 1024))
            : context;
    }

    private static int Round(double tokens) => (int)Math.Min(int.MaxValue, tokens / Step) * Step;
}
