using Warehouse;

public static class InventoryTests
{
    public static void Pieces_are_added_up()
    {
        var inventory = new Inventory();
        inventory.Add("A-1", 3);
        inventory.Add("A-1", 4);
        Check.Equal(7, inventory["A-1"]);
    }

    public static void An_unknown_article_has_none() => Check.Equal(0, new Inventory()["A-1"]);
}
