using Studio;

public static class RecorderTests
{
    public static async Task Stopping_twice_does_nothing()
    {
        var tape = new CountingTape();
        var recorder = new Recorder();
        recorder.Start(tape);
        await recorder.StopAsync();
        await recorder.StopAsync();
        Check.Equal(1, tape.Stops);
        Check.That(!recorder.IsRecording);
    }

    public static async Task A_tape_that_has_not_started_need_not_be_stopped()
    {
        var recorder = new Recorder();
        await recorder.StopAsync();
        Check.That(!recorder.IsRecording);
    }

    private sealed class CountingTape : ITape
    {
        public int Stops { get; private set; }

        public async Task StopAsync()
        {
            await Task.Yield();
            Stops++;
        }
    }
}
