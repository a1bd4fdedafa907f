using Cluster;

public static class NodeIdTests
{
    public static void A_zone_is_read_back() => Check.Equal(3, NodeId.Of(3, 77).Zone);

    public static void A_number_is_read_back() => Check.Equal(77, NodeId.Of(3, 77).Number);

    public static void Negative_numbers_do_not_reach_into_the_zone()
    {
        Check.Equal(5, NodeId.Of(5, -1).Zone);
        Check.Equal(-1, NodeId.Of(5, -1).Number);
    }
}
