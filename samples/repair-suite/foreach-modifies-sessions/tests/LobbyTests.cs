using Games;

public static class LobbyTests
{
    public static void Idle_guests_are_sent_away()
    {
        var lobby = new Lobby();
        lobby.Enter("ann", 5);
        lobby.Enter("bob", 30);
        lobby.Enter("cid", 31);
        lobby.Enter("dan", 29);
        lobby.SendAway(30);
        Check.Equal("ann dan", string.Join(' ', lobby.Names));
    }

    public static void An_empty_lobby_stays_empty()
    {
        var lobby = new Lobby();
        lobby.SendAway(30);
        Check.Equal(0, lobby.Names.Count());
    }
}
