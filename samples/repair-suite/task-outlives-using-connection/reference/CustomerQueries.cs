namespace Crm;

public sealed class Connection(Task ready) : IDisposable
{
    private bool _isClosed;

    public async Task<int> CountAsync(string table)
    {
        await ready;
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return table.Length;
    }

    public void Dispose() => _isClosed = true;
}

public sealed class CustomerQueries(Func<Connection> connect)
{
    /// <summary>How many rows a table has.</summary>
    public async Task<int> CountAsync(string table)
    {
        using var connection = connect();
        return await connection.CountAsync(table);
    }
}
