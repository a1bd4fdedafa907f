using Mail;

public static class MailboxTests
{
    public static async Task Letters_are_sent_before_the_transport_is_closed()
    {
        var transport = new SlowTransport();
        var mailbox = new Mailbox(transport);
        mailbox.Post("a");
        mailbox.Post("b");
        var closing = mailbox.CloseAsync();
        transport.Sent.SetResult();
        await closing;
        Check.Equal("send a, send b, close", string.Join(", ", transport.Log));
    }

    public static async Task An_empty_mailbox_is_closed()
    {
        var transport = new SlowTransport();
        await new Mailbox(transport).CloseAsync();
        Check.Equal("close", string.Join(", ", transport.Log));
    }

    public static async Task A_failure_is_not_lost()
    {
        var transport = new SlowTransport();
        var mailbox = new Mailbox(transport);
        mailbox.Post("a");
        var closing = mailbox.CloseAsync();
        transport.Sent.SetException(new TimeoutException());
        await Check.ThrowsAsync<TimeoutException>(() => closing);
    }

    private sealed class SlowTransport : ITransport
    {
        public TaskCompletionSource Sent { get; } = new();

        public List<string> Log { get; } = [];

        public async Task SendAsync(string letter)
        {
            await Sent.Task;
            Log.Add("send " + letter);
        }

        public Task CloseAsync()
        {
            Log.Add("close");
            return Task.CompletedTask;
        }
    }
}
