using Crm;

public static class CustomerQueriesTests
{
    public static async Task The_connection_is_open_while_the_query_runs()
    {
        var ready = new TaskCompletionSource();
        var count = new CustomerQueries(() => new Connection(ready.Task)).CountAsync("orders");
        ready.SetResult();
        Check.Equal(6, await count);
    }

    public static async Task It_is_closed_afterwards()
    {
        var connection = new Connection(Task.CompletedTask);
        await new CustomerQueries(() => connection).CountAsync("orders");
        await Check.ThrowsAsync<ObjectDisposedException>(() => connection.CountAsync("orders"));
    }
}
