using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// The key of a connection. One that comes from a file or a program may be short-lived, so it is read anew when the
/// server no longer accepts it.
/// </summary>
internal sealed class EndpointKey
{
    private readonly ApiKey _source;
    private readonly Lock _reading = new();
    private volatile string? _value;
    private volatile bool _isRead;

    /// <summary>A key.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="whenNeeded">Whether it is read for the first request only, not yet here.</param>
    /// <exception cref="ConfigurationException">The key cannot be had.</exception>
    public EndpointKey(ApiKey source, bool whenNeeded)
    {
        _source = source;
        if (!whenNeeded)
            Read();
    }

    /// <summary>The key, or null where there is none.</summary>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="EndpointException">The key cannot be had.</exception>
    public async Task<string?> ValueAsync(CancellationToken cancellation)
    {
        if (_isRead)
            return _value;
        try
        {
            // A program is waited for; not on the thread that reads the host's input.
            await Task.Run(Read, cancellation).ConfigureAwait(false);
            return _value;
        }
        catch (ConfigurationException exception)
        {
            throw EndpointFaults.NoKey(exception);
        }
    }

    /// <summary>Reads the key anew; null where that gives no other one.</summary>
    /// <param name="refused">The key that the server did not accept.</param>
    /// <param name="cancellation">Gives it up.</param>
    public Task<string?> RenewedAsync(string refused, CancellationToken cancellation) =>
        _source.IsRenewable ? Task.Run(() => Renewed(refused), cancellation) : Task.FromResult<string?>(null);

    /// <summary>A text without the key: servers like to repeat the one that they refuse.</summary>
    public string Hide(string text) => _value is { Length: > 0 } key ? text.Replace(key, "***", StringComparison.Ordinal) : text;

    private void Read()
    {
        lock (_reading)
        {
            if (_isRead)
                return;
            _value = _source.Read();
            _isRead = true;
        }
    }

    private string? Renewed(string refused)
    {
        lock (_reading)
        {
            // Another request may have renewed it meanwhile.
            if (_value != refused)
                return _value;
            try
            {
                _value = _source.Read();
                return _value == refused ? null : _value;
            }
            catch (ConfigurationException)
            {
                // What the server said about the key that it has got is the better reason.
                return null;
            }
        }
    }
}
