using Alerts;

public static class NotifierTests
{
    public static async Task A_mild_message_is_not_sent()
    {
        var sent = new List<string>();
        await Of(sent).NotifyAsync(2, "warm");
        Check.Equal(0, sent.Count);
    }

    public static async Task A_severe_message_is_sent()
    {
        var sent = new List<string>();
        await Of(sent).NotifyAsync(3, "hot");
        Check.Equal("hot", string.Join(',', sent));
    }

    private static Notifier Of(List<string> sent) => new(
        message =>
        {
            sent.Add(message);
            return Task.CompletedTask;
        },
        threshold: 3);
}
