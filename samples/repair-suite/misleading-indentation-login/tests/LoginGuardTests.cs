using Accounts;

public static class LoginGuardTests
{
    public static void A_right_password_is_no_failure()
    {
        var guard = new LoginGuard("s3cret");
        Check.That(guard.TryLogin("s3cret"));
        Check.Equal(0, guard.Failures);
        Check.Equal("", guard.LastMessage);
    }

    public static void Wrong_passwords_are_counted()
    {
        var guard = new LoginGuard("s3cret");
        Check.That(!guard.TryLogin("guess"));
        Check.That(!guard.TryLogin("again"));
        Check.Equal(2, guard.Failures);
        Check.Equal("Wrong password.", guard.LastMessage);
    }
}
