namespace Accounts;

public sealed class LoginGuard(string password)
{
    public string LastMessage { get; private set; } = "";

    public int Failures { get; private set; }

    public bool TryLogin(string given)
    {
        var isRight = given == password;
        if (!isRight)
            LastMessage = "Wrong password.";
            Failures++;

        return isRight;
    }
}
