namespace Mail;

public interface ITransport
{
    Task SendAsync(string letter);

    Task CloseAsync();
}

public sealed class Mailbox(ITransport transport)
{
    private readonly Queue<string> _outbox = new();

    public void Post(string letter) => _outbox.Enqueue(letter);

    /// <summary>Sends what is still in the outbox, then closes the transport.</summary>
    public Task CloseAsync()
    {
        SendAllAsync();
        return transport.CloseAsync();
    }

    private async Task SendAllAsync()
    {
        while (_outbox.TryDequeue(out var letter))
            await transport.SendAsync(letter);
    }
}
