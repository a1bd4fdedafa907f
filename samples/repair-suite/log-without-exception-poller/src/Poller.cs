using log4net;

namespace Monitoring;

public sealed class Poller(ILog log, Func<int> poll)
{
    public int Failures { get; private set; }

    public int Last { get; private set; }

    public void Poll()
    {
        try
        {
            Last = poll();
        }
        catch (TimeoutException ex)
        {
            Failures++;
            log.Error("The device does not answer: " + ex.Message);
        }
    }
}
