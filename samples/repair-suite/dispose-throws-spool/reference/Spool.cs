namespace Printing;

public sealed class Spool(Action<string> print) : IDisposable
{
    private bool _isClosed;

    public int Pages { get; private set; }

    public void Print(string page)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        Pages++;
        print(page);
    }

    /// <summary>Prints the last page and closes the spool.</summary>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        print("end");
    }
}
