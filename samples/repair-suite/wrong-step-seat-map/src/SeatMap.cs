namespace Cinema;

public sealed class SeatMap(int rows, int seatsInRow)
{
    private readonly bool[,] _taken = new bool[rows, seatsInRow];

    public void Take(int row, int seat) => _taken[row, seat] = true;

    /// <summary>How many seats are free.</summary>
    public int CountFree()
    {
        var free = 0;
        for (var row = 0; row < rows; row++)
        {
            for (var seat = 0; seat < seatsInRow; row++)
            {
                if (!_taken[row, seat])
                    free++;
            }
        }

        return free;
    }
}
