namespace log4net;

/// <summary>The two methods of the logger that this program uses.</summary>
public interface ILog
{
    void Error(object message);

    void Error(object message, Exception exception);
}
