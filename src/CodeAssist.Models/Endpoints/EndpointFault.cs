namespace CodeAssist.Models.Endpoints;

/// <summary>What went wrong between us and a model.</summary>
public enum EndpointFault
{
    /// <summary>Nobody listens at the address.</summary>
    Unreachable,

    /// <summary>The host's name is not known.</summary>
    UnknownHost,

    /// <summary>No encrypted connection could be made.</summary>
    NoEncryption,

    /// <summary>The server sends us to another host.</summary>
    Redirected,

    /// <summary>The time of the profile is over.</summary>
    Timeout,

    /// <summary>The server began a reply and fell silent.</summary>
    Silent,

    /// <summary>The server gave up waiting (408).</summary>
    ServerTimeout,

    /// <summary>The key could not be read, so nothing was sent.</summary>
    NoKey,

    /// <summary>The key was not accepted or is missing (401).</summary>
    Unauthorized,

    /// <summary>The key may not do this (403).</summary>
    Forbidden,

    /// <summary>The path or the model is not known (404).</summary>
    NotFound,

    /// <summary>Too many requests for now (429).</summary>
    RateLimited,

    /// <summary>The account has nothing left (402, or 429 with a code that says so).</summary>
    QuotaExhausted,

    /// <summary>The prompt does not fit into the model's context.</summary>
    ContextExceeded,

    /// <summary>The server's content filter refused.</summary>
    ContentFiltered,

    /// <summary>The server does not understand the request (another 4xx).</summary>
    BadRequest,

    /// <summary>The server broke (5xx).</summary>
    ServerError,

    /// <summary>The server is overloaded or still loads the model (503).</summary>
    Unavailable,

    /// <summary>The answer is no answer of a model: a web page, or JSON that says something else.</summary>
    NotAModel,

    /// <summary>The answer is broken JSON.</summary>
    Malformed,

    /// <summary>The connection broke in the middle of the reply.</summary>
    Cut,

    /// <summary>The reply does not say why it ended, so it may not be whole.</summary>
    Unfinished,

    /// <summary>The reply is larger than was asked for.</summary>
    TooLarge,

    /// <summary>The reply reached the limit of tokens.</summary>
    Truncated,

    /// <summary>The reply has no content.</summary>
    Empty,

    /// <summary>The reply repeats itself without end.</summary>
    Repetitive,

    /// <summary>The reply asks for a tool to be called, in place of code.</summary>
    ToolCall,

    /// <summary>Characters of the reply were lost on the way.</summary>
    Garbled,

    /// <summary>The server cut the prompt.</summary>
    PromptCut,

    /// <summary>A secret in the prompt could not be replaced without breaking the code, so nothing was sent.</summary>
    NotRedactable,

    /// <summary>The reply holds a placeholder that stands for no secret.</summary>
    PlaceholderLost,

    /// <summary>A repository keeps one of the files out of prompts, so nothing was sent.</summary>
    Excluded,

    /// <summary>The tokens that a fix or the session may use are spent, so nothing was sent.</summary>
    BudgetSpent,

    /// <summary>The profile's own limit of requests is reached, so nothing was sent.</summary>
    RateSpent,

    /// <summary>The endpoint failed again and again, and is left alone for a while.</summary>
    CircuitOpen,
}
