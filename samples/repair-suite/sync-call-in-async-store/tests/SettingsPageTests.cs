using Web;

public static class SettingsPageTests
{
    public static async Task A_line_is_appended_without_blocking()
    {
        var store = new Store();
        await new SettingsPage(store).AppendAsync("motd", "b");
        Check.Equal("a\nb\n", store.Written);
        Check.Equal(0, store.BlockingReads);
    }

    private sealed class Store : IStore
    {
        public int BlockingReads { get; private set; }

        public string? Written { get; private set; }

        public string Read(string key)
        {
            BlockingReads++;
            return "a\n";
        }

        public async Task<string> ReadAsync(string key)
        {
            await Task.Yield();
            return "a\n";
        }

        public Task WriteAsync(string key, string value)
        {
            Written = value;
            return Task.CompletedTask;
        }
    }
}
