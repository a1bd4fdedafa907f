using Cinema;

public static class ReservationsTests
{
    public static void A_refused_reservation_releases_the_lock()
    {
        var gate = new object();
        Check.That(!new Reservations(gate, 2).TryBook(3));
        Check.That(!Monitor.IsEntered(gate));
    }

    public static void A_granted_reservation_releases_the_lock()
    {
        var gate = new object();
        var reservations = new Reservations(gate, 2);
        Check.That(reservations.TryBook(2));
        Check.Equal(0, reservations.Free);
        Check.That(!Monitor.IsEntered(gate));
    }
}
