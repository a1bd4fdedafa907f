namespace Network;

public sealed class RetryLoop(Func<CancellationToken, Task<bool>> attempt)
{
    public int Attempts { get; private set; }

    /// <summary>Tries until it succeeds or the attempts are used up.</summary>
    public async Task<bool> RunAsync(int most, CancellationToken cancellation)
    {
        while (Attempts < most)
        {
            if (await TryAsync(cancellation))
                return true;
        }

        return false;
    }

    private Task<bool> TryAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Attempts++;
        return attempt(cancellation);
    }
}
