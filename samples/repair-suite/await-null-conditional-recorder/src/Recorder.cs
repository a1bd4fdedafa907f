namespace Studio;

public interface ITape
{
    Task StopAsync();
}

public sealed class Recorder
{
    private ITape? _tape;

    public bool IsRecording => _tape is not null;

    public void Start(ITape tape) => _tape = tape;

    /// <summary>Stops; does nothing where nothing is being recorded.</summary>
    public async Task StopAsync()
    {
        await _tape?.StopAsync();
        _tape = null;
    }
}
