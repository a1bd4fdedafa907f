using Archive;

public static class BackupTests
{
    public static async Task A_backup_can_be_awaited()
    {
        var vault = new SlowVault();
        var backup = new Backup(vault);
        var running = backup.Run(["a", "b"]);
        Check.Equal(0, backup.Stored);
        vault.Ready.SetResult();
        await running;
        Check.Equal(2, backup.Stored);
    }

    public static async Task A_failure_reaches_the_caller()
    {
        var vault = new SlowVault();
        var running = new Backup(vault).Run(["a"]);
        vault.Ready.SetException(new TimeoutException());
        await Check.ThrowsAsync<TimeoutException>(() => running);
    }

    private sealed class SlowVault : IVault
    {
        public TaskCompletionSource Ready { get; } = new();

        public Task StoreAsync(string file) => Ready.Task;
    }
}
