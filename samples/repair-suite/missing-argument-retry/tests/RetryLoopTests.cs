using Network;

public static class RetryLoopTests
{
    public static async Task The_token_reaches_the_attempt()
    {
        using var source = new CancellationTokenSource();
        CancellationToken seen = default;
        var loop = new RetryLoop(token =>
        {
            seen = token;
            return Task.FromResult(true);
        });
        Check.That(await loop.RunAsync(3, source.Token));
        Check.Equal(source.Token, seen);
    }

    public static async Task A_cancelled_loop_ends()
    {
        using var source = new CancellationTokenSource();
        var loop = new RetryLoop(_ =>
        {
            source.Cancel();
            return Task.FromResult(false);
        });
        await Check.ThrowsAsync<OperationCanceledException>(() => loop.RunAsync(3, source.Token));
        Check.Equal(1, loop.Attempts);
    }

    public static async Task Attempts_are_used_up()
    {
        var loop = new RetryLoop(_ => Task.FromResult(false));
        Check.That(!await loop.RunAsync(3, CancellationToken.None));
        Check.Equal(3, loop.Attempts);
    }
}
