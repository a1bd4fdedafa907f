using Gateway;

public static class StatusClassTests
{
    public static void Not_found_is_a_client_error() => Check.Equal(StatusClass.ClientError, StatusClasses.Of(404));

    public static void The_first_client_error_is_one() => Check.Equal(StatusClass.ClientError, StatusClasses.Of(400));

    public static void The_last_client_error_is_one() => Check.Equal(StatusClass.ClientError, StatusClasses.Of(499));

    public static void Moved_is_a_redirection() => Check.Equal(StatusClass.Redirection, StatusClasses.Of(301));

    public static void Unavailable_is_a_server_error() => Check.Equal(StatusClass.ServerError, StatusClasses.Of(503));

    public static void Created_is_a_success() => Check.Equal(StatusClass.Success, StatusClasses.Of(201));

    public static void Continue_is_informational() => Check.Equal(StatusClass.Informational, StatusClasses.Of(100));
}
