using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// The key of a connection. One that comes from a file or a program may be short-lived, so it is read anew when the
/// server no longer accepts it.
/// </summary>
internal sealed class EndpointKey
{
    private readonly ApiKey _source;
    private volatile string? _value;

    /// <summary>Reads the key.</summary>
    /// <exception cref="ConfigurationException">The key cannot be had.</exception>
    public EndpointKey(ApiKey source)
    {
        _source = source;
        _value = source.Read();
    }

    /// <summary>The key, or null where there is none.</summary>
    public string? Value => _value;

    /// <summary>Reads the key anew; false where that gives no other one.</summary>
    /// <param name="refused">The key that the server did not accept.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<bool> RenewAsync(string? refused, CancellationToken cancellation)
    {
        // Another request has renewed it meanwhile.
        if (_value != refused)
            return true;
        if (!_source.IsRenewable)
            return false;
        try
        {
            // A program is waited for; not on the thread that reads the host's input.
            var renewed = await Task.Run(_source.Read, cancellation).ConfigureAwait(false);
            if (renewed == refused)
                return false;
            _value = renewed;
            return true;
        }
        catch (ConfigurationException)
        {
            // What the server said about the key that it has got is the better reason.
            return false;
        }
    }

    /// <summary>A text without the key: servers like to repeat the one that they refuse.</summary>
    public string Hide(string text) => _value is { Length: > 0 } key ? text.Replace(key, "***", StringComparison.Ordinal) : text;
}
