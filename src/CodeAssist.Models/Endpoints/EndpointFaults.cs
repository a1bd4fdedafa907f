using System.Globalization;
using System.Net.Http.Headers;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>Tells what happened and what to do, for every way in which a request to one profile's endpoint can fail.</summary>
/// <param name="profile">Whose endpoint it is.</param>
/// <param name="hide">Takes the key out of a text.</param>
internal sealed class EndpointFaults(ModelProfile profile, Func<string, string> hide)
{
    // Of all kinds together: a gateway of one kind passes on what servers of another say.
    private static readonly string[] Overflow = [.. EndpointKinds.All.SelectMany(kind => kind.OverflowTexts).Distinct(StringComparer.Ordinal)];

    private static readonly string[] Filtered = [.. EndpointKinds.All.SelectMany(kind => kind.FilterTexts).Distinct(StringComparer.Ordinal)];

    private static readonly string[] Quota = [.. EndpointKinds.All.SelectMany(kind => kind.QuotaTexts).Distinct(StringComparer.Ordinal)];

    private static readonly string[] RefusedKey = [.. EndpointKinds.All.SelectMany(kind => kind.KeyTexts).Distinct(StringComparer.Ordinal)];

    // What is said with 429 elsewhere, some say inside of an answer that claims that all is well.
    private static readonly string[] Rate = ["Throttling", "limit_requests", "limit_burst_rate", "rate_limit", "rate limit", "request limit reached"];

    private string Server => profile.Endpoint.Authority;

    /// <summary>The fault of a status.</summary>
    public EndpointException OfStatus(int status, string body, RetryConditionHeaderValue? retryAfter)
    {
        var error = ErrorBody.Parse(body);
        return OfError(status, error, Wait(retryAfter));
    }

    /// <summary>The fault of an error that came with, or inside of, an answer.</summary>
    /// <param name="status">The status; 200 for an error in the middle of a stream.</param>
    /// <param name="error">What the server says.</param>
    /// <param name="retryAfter">How long it asks us to wait.</param>
    public EndpointException OfError(int status, ErrorBody error, TimeSpan? retryAfter = null)
    {
        if (status is 400 or 200 or 413 or 422 or 500 && Has(error, Overflow))
            return Make(EndpointFault.ContextExceeded, "ContextExceeded", Server, profile.PromptTokens, Words(error));
        if (status is 400 or 200 or 403 && Has(error, Filtered))
            return Make(EndpointFault.ContentFiltered, "ContentFiltered", Server);
        if (status is not 404 && Has(error, Quota))
            return Make(EndpointFault.QuotaExhausted, "QuotaExhausted", Server, status, Words(error));
        return status switch
        {
            200 when Has(error, Rate) => Make(EndpointFault.RateLimited, "RateLimited", Server, Words(error)),
            200 or 400 or 403 when Has(error, RefusedKey) => Make(EndpointFault.Unauthorized, "KeyRefused", Server, profile.Key.Source),
            401 => profile.Key.Source.Length == 0
                ? Make(EndpointFault.Unauthorized, "KeyNeeded", Server, KeyAdvice())
                : Make(EndpointFault.Unauthorized, "KeyRefused", Server, profile.Key.Source),
            402 => Make(EndpointFault.QuotaExhausted, "QuotaExhausted", Server, status, Words(error)),
            403 => Make(EndpointFault.Forbidden, "Forbidden", Server, profile.Model, Words(error)),
            404 when profile.Kind.GetCommand is { } command && error.Message.Contains(profile.Model, StringComparison.OrdinalIgnoreCase) =>
                Make(EndpointFault.NotFound, "NotFoundGet", profile.Model, Server, command.Replace("MODEL", profile.Model, StringComparison.Ordinal)),
            404 => Make(EndpointFault.NotFound, "NotFound", profile.Model, profile.Endpoint.GetLeftPart(UriPartial.Path), Words(error)),
            408 => Make(EndpointFault.ServerTimeout, "ServerTimeout", Server),
            413 => Make(EndpointFault.ContextExceeded, "ContextExceeded", Server, profile.PromptTokens, Words(error)),
            429 when retryAfter is { } wait => Make(EndpointFault.RateLimited, "RateLimitedWait", Server, Duration(wait), Words(error)),
            429 => Make(EndpointFault.RateLimited, "RateLimited", Server, Words(error)),
            503 => Make(EndpointFault.Unavailable, "Unavailable", Server, Words(error)),
            >= 500 => Make(EndpointFault.ServerError, "ServerError", Server, status, Words(error)),
            >= 400 => Make(EndpointFault.BadRequest, "BadRequest", Server, status, Words(error)),
            _ => Make(EndpointFault.NotAModel, "ErrorInReply", Server, Words(error)),
        };

        EndpointException Make(EndpointFault fault, string message, params object?[] arguments) =>
            new(fault, Line(message, arguments)) { Status = status, Code = error.Code, RetryAfter = retryAfter };
    }

    /// <summary>The fault of a connection.</summary>
    public EndpointException OfConnection(Exception exception)
    {
        if (exception is ResponseTooLargeException)
            return TooLarge(exception);
        // What claims to be compressed and is not.
        if (exception is InvalidDataException)
            return Malformed(exception);
        var error = (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError;
        return error switch
        {
            HttpRequestError.NameResolutionError => new(EndpointFault.UnknownHost, Line("UnknownHost", profile.Endpoint.Host), exception),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => Unreachable(exception),
            HttpRequestError.SecureConnectionError => new(
                EndpointFault.NoEncryption, Line("NoEncryption", Server, (exception.InnerException ?? exception).Message.ToOneLine().TrimEnd('.')), exception),
            _ => new(EndpointFault.Cut, Line("Cut", Server), exception),
        };
    }

    /// <summary>Nobody listens.</summary>
    public EndpointException Unreachable(Exception? cause) => new(
        EndpointFault.Unreachable,
        profile.Kind.StartCommand is { } command ? Line("UnreachableStart", Server, command) : Line("Unreachable", Server),
        cause);

    /// <summary>The key cannot be had.</summary>
    public static EndpointException NoKey(ConfigurationException cause) => new(EndpointFault.NoKey, cause.Message, cause);

    /// <summary>The server wants us elsewhere.</summary>
    public EndpointException Redirected(Uri? target) =>
        new(EndpointFault.Redirected, Line("Redirected", Server, target?.GetLeftPart(UriPartial.Authority) ?? "?"));

    /// <summary>The profile's time is over.</summary>
    public EndpointException Timeout(Exception? cause = null) =>
        new(EndpointFault.Timeout, Line("Timeout", Server, profile.TimeoutSeconds), cause);

    /// <summary>No content for longer than a model needs for its next token.</summary>
    public EndpointException Silent(TimeSpan idle, Exception? cause) =>
        new(EndpointFault.Silent, Line("Silent", Server, idle.TotalSeconds), cause);

    /// <summary>A web page in place of a reply.</summary>
    public EndpointException Page() => new(EndpointFault.NotAModel, Line("Page", profile.Endpoint.GetLeftPart(UriPartial.Path)));

    /// <summary>JSON that is no reply.</summary>
    public EndpointException NoReply() => new(EndpointFault.NotAModel, Line("NoReply", profile.Endpoint.GetLeftPart(UriPartial.Path)));

    /// <summary>Something that is no JSON.</summary>
    public EndpointException Malformed(Exception? cause = null) => new(EndpointFault.Malformed, Line("Malformed", Server), cause);

    /// <summary>A stream without an end.</summary>
    public EndpointException Unfinished() => new(EndpointFault.Unfinished, Line("Unfinished", Server));

    /// <summary>More than was asked for.</summary>
    public EndpointException TooLarge(Exception? cause = null) =>
        new(EndpointFault.TooLarge, Line("TooLarge", Server, profile.OutputTokens), cause);

    /// <summary>The reply ended before the limit of tokens: the server had no room for more.</summary>
    public EndpointException ContextFull(long written) => new(EndpointFault.Truncated, Line("ContextFull", written, profile.PromptTokens));

    /// <summary>The limit of tokens was reached.</summary>
    public EndpointException Truncated() => new(EndpointFault.Truncated, Line("Truncated", profile.OutputTokens));

    /// <summary>Thinking used up the limit of tokens.</summary>
    public EndpointException ThoughtTooLong() => new(EndpointFault.Truncated, Line("ThoughtTooLong", profile.OutputTokens));

    /// <summary>The server's content filter ended the reply.</summary>
    public EndpointException FilteredReply() => new(EndpointFault.ContentFiltered, Line("ContentFiltered", Server));

    /// <summary>The server ended the reply for a reason that leaves it of no use.</summary>
    public EndpointException Aborted(string reason) => new(EndpointFault.Cut, Line("Aborted", Server, reason.ToOneLine()));

    /// <summary>Nothing in the reply.</summary>
    public EndpointException Empty() => new(EndpointFault.Empty, Line("Empty", profile.Model));

    /// <summary>The server saw less of the prompt than was sent.</summary>
    public EndpointException PromptCut(long seen, int sent) => new(EndpointFault.PromptCut, Line("PromptCut", Server, seen, sent));

    /// <summary>The same piece of text over and over again.</summary>
    public EndpointException Repetitive() => new(EndpointFault.Repetitive, Line("Repetitive", profile.Model));

    /// <summary>A tool was to be called.</summary>
    public EndpointException ToolCall() => new(EndpointFault.ToolCall, Line("ToolCall", profile.Model));

    /// <summary>Characters were lost.</summary>
    public EndpointException Garbled() => new(EndpointFault.Garbled, Line("Garbled", Server));

    /// <summary>The profile's own limit of requests.</summary>
    public EndpointException RateSpent(int perMinute) => new(EndpointFault.RateSpent, Line("RateSpent", perMinute, profile.Name));

    /// <summary>The tokens of a fix are spent.</summary>
    public EndpointException FixSpent(long tokens) => new(EndpointFault.BudgetSpent, Line("FixSpent", tokens, profile.Name));

    /// <summary>The tokens of the session are spent.</summary>
    public EndpointException SessionSpent(long tokens) => new(EndpointFault.BudgetSpent, Line("SessionSpent", tokens, profile.Name));

    /// <summary>The endpoint is left alone.</summary>
    /// <param name="wait">For how long, where that is known.</param>
    /// <param name="last">What it said last.</param>
    public EndpointException CircuitOpen(TimeSpan? wait, string last) => new(
        EndpointFault.CircuitOpen, Line("CircuitOpen", Server, Duration(wait ?? TimeSpan.Zero), last)) { RetryAfter = wait };

    // A number is a code, and a code is not searched for in a text: it may be a number of tokens there.
    private static bool Has(ErrorBody error, string[] words) =>
        words.Any(word => char.IsAsciiDigit(word[0]) ? error.Code == word : error.All.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static TimeSpan? Wait(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - DateTimeOffset.UtcNow).Ticks)) : null);

    private static string Duration(TimeSpan wait) => wait.TotalHours >= 1
        ? Messages.Get("Hours", Math.Round(wait.TotalHours, 1))
        : Messages.Get("Seconds", Math.Ceiling(wait.TotalSeconds));

    private string KeyAdvice() => profile.Name == EnvironmentProfile.Name
        ? EnvironmentProfile.KeyVariable
        : string.Create(CultureInfo.InvariantCulture, $"profiles.{profile.Name}.keyVariable");

    // The server's own words, in brackets behind ours; a web page has none.
    private static string Words(ErrorBody error) =>
        error.IsPage || error.Message.Length == 0 ? string.Empty : $" ({error.Message.ToOneLine()})";

    // Servers like to repeat the key that they refuse.
    private string Line(string message, params object?[] arguments) => hide(Messages.Get(message, arguments));
}
