using Chat;

public static class BroadcastTests
{
    public static async Task A_message_is_counted_once_all_have_got_it()
    {
        var slow = new SlowMember();
        var room = new Room();
        room.Join(slow);
        var saying = room.SayAsync("hello");
        await slow.Asked.Task;
        Check.Equal(0, room.Messages);
        slow.Ready.SetResult();
        await saying;
        Check.Equal(1, room.Messages);
        Check.Equal("hello", slow.Got);
    }

    public static async Task A_failure_reaches_who_says_it()
    {
        var room = new Room();
        room.Join(new BrokenMember());
        await Check.ThrowsAsync<TimeoutException>(() => room.SayAsync("hello"));
        Check.Equal(0, room.Messages);
    }

    private sealed class SlowMember : IMember
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Ready { get; } = new();

        public string? Got { get; private set; }

        public async Task SendAsync(string message)
        {
            Asked.SetResult();
            await Ready.Task;
            Got = message;
        }
    }

    private sealed class BrokenMember : IMember
    {
        public Task SendAsync(string message) => Task.FromException(new TimeoutException());
    }
}
