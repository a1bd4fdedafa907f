using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>What stands between a prompt and the network, from the outside in.</summary>
internal static class ChatPipeline
{
    /// <summary>
    /// Enough to keep a server busy, too few to be taken for an attack; a model on the own machine gains nothing from
    /// more than two.
    /// </summary>
    private const int MostRemoteRequests = 4;

    private const int MostLocalRequests = 2;

    /// <summary>
    /// All rounds and candidates of a fix at twice their usual number; only a loop that nobody meant gets there.
    /// </summary>
    private const int RequestsPerFix = 24;

    /// <summary>Puts the layers around an endpoint's client, which they will dispose.</summary>
    public static IChatClient Around(IChatClient endpoint, ModelProfile profile, EndpointFaults faults, ModelClientOptions options)
    {
        var builder = new ChatClientBuilder(endpoint)
            .Use(inner => new ExcludingChatClient(inner))
            .Use(inner => new RedactingChatClient(inner));
        // What is kept has no secrets in it, and what is found there costs nothing and leaves no trace of a request.
        if (options.Cache is { } cache)
            builder.Use(inner => new CachingChatClient(inner, profile, cache));
        builder
            .Use(inner => new BudgetChatClient(inner, profile, faults, BudgetOf(profile, options)))
            .UseOpenTelemetry(sourceName: ModelTelemetry.Source, configure: WithoutText);
        if (options.Logger is { } logger)
            builder.Use(inner => new LoggingRequestsChatClient(inner, profile, logger, options.Time));
        builder.Use(inner => new ConcurrencyLimitingChatClient(inner, profile.ConcurrentRequests ?? (profile.IsLoopback ? MostLocalRequests : MostRemoteRequests)));
        if (profile.RequestsPerMinute is { } perMinute)
            builder.Use(inner => new RateLimitingChatClient(inner, profile, faults, perMinute, options.Time));
        builder
            .Use(inner => new CircuitBreakingChatClient(inner, faults, options.Time))
            .Use(inner => new DeadlineChatClient(inner, profile, faults))
            .Use(inner => new RetryingChatClient(inner, profile, options.Pauses));
        if (options.Ledger is { } ledger)
            builder.Use(inner => new RecordingChatClient(inner, profile, ledger));
        return builder
            .Use(inner => new SoundReplyChatClient(inner, profile, faults))
            .Use(inner => new ThinkingStrippingChatClient(inner))
            .Use(inner => new StreamingChatClient(inner, options.Time, options.Timed))
            .Build();
    }

    private static TokenBudget BudgetOf(ModelProfile profile, ModelClientOptions options) => new(
        profile.FixTokens ?? RequestsPerFix * ((long)profile.PromptTokens + profile.OutputTokens),
        profile.SessionTokens ?? options.SessionTokens);

    // Whatever OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT says: source code does not leave by this door.
    private static void WithoutText(OpenTelemetryChatClient telemetry) => telemetry.EnableSensitiveData = false;
}
