namespace Gateway;

public enum StatusClass
{
    Informational,
    Success,
    Redirection,
    ClientError,
    ServerError,
}

public static class StatusClasses
{
    private const int ServerErrors = 500;
    private const int ClientErrors = 400;
    private const int Redirections = 300;
    private const int Successes = 200;

    /// <summary>The class of an HTTP status code.</summary>
    public static StatusClass Of(int code)
    {
        if (code >= ServerErrors)
            return StatusClass.ServerError;
        if (code < Successes)
            return StatusClass.Informational;
        if (code < Redirections)
        {
            return StatusClass.Success;
        }
        else if (code < ClientErrors)
        {
            return StatusClass.Redirection;
        }
        else if (code < ClientErrors)
        {
            return StatusClass.ClientError;
        }

        return StatusClass.ServerError;
    }
}
