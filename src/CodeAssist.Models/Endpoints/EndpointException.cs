namespace CodeAssist.Models.Endpoints;

/// <summary>A model could not be asked, or its reply is of no use. The message is one line in the user's language that says what happened and what to do.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="message">The line.</param>
/// <param name="inner">The cause, for logs.</param>
public sealed class EndpointException(EndpointFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public EndpointFault Fault { get; } = fault;

    /// <summary>The status of the server's answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The server's own code for the fault, or null.</summary>
    public string? Code { get; init; }

    /// <summary>How long the server asks us to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the fault is the endpoint's, whatever it is asked; others are of one prompt or one reply.</summary>
    public bool IsOfEndpoint => Fault is EndpointFault.Unreachable or EndpointFault.UnknownHost or EndpointFault.NoEncryption or EndpointFault.Redirected
        or EndpointFault.NoKey or EndpointFault.Timeout or EndpointFault.Silent or EndpointFault.ServerTimeout or EndpointFault.Unauthorized or EndpointFault.Forbidden
        or EndpointFault.NotFound or EndpointFault.RateLimited or EndpointFault.QuotaExhausted or EndpointFault.ServerError
        or EndpointFault.Unavailable or EndpointFault.NotAModel;

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsTransient => (Fault, Status) is
        (EndpointFault.RateLimited or EndpointFault.Unavailable or EndpointFault.ServerTimeout, _)
        or (EndpointFault.ServerError, 500 or 502);
}
