using Calculator;

public static class StackMachineTests
{
    public static void The_top_value_is_doubled()
    {
        var machine = new StackMachine();
        machine.Push(3);
        machine.Push(4);
        machine.Run("dup");
        Check.Equal(3, machine.Depth);
        Check.Equal(4, machine.Top);
        machine.Run("add");
        Check.Equal(8, machine.Top);
        machine.Run("drop");
        Check.Equal(3, machine.Top);
    }
}
